FROM byom
RUN cd /opt && npm install --ignore-scripts --no-audit --no-fund onnxruntime-node@1.30 && cd node_modules/onnxruntime-node/bin/napi-v6 && rm -r darwin win32 && rm -r linux/$(node -p "process.arch === 'x64' ? 'arm64' : 'x64'")
COPY models/ /opt/models/
COPY byom.json /etc/byom/byom.json
