FROM byom
COPY plugins/ /opt/byom/plugins/
COPY byom.json /etc/byom/byom.json
