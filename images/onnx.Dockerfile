FROM byom
# The package holds the libraries of six platforms; npm's copy of it stays behind too.
RUN cd /opt \
 && npm install --cache /tmp/npm --ignore-scripts --no-audit --no-fund onnxruntime-node@1.30 \
 && cd node_modules/onnxruntime-node/bin/napi-v6 \
 && rm -r /tmp/npm darwin win32 linux/$(node -p "process.arch === 'x64' ? 'arm64' : 'x64'")
COPY models/ /opt/models/
COPY byom.json /etc/byom/byom.json
