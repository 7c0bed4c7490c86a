# The report's environment, and nothing else: Debian, its Python, the Deno that the project is pinned to.
#   docker build -t technology-frontier .
#   docker run --rm -it --init -p 8888:8888 technology-frontier
# JupyterLab prints its address. The devcontainer and Binder are made of this file, too.
FROM debian:trixie-20260918-slim@sha256:a99cfc517144bc59b1978475ec53b46ecabec7e43635402ee5b77cc54cd1b20a

# More packages of Debian, for whoever runs the tests in it: chromium librsvg2-bin
ARG PACKAGES=""
# Of each package Debian keeps the newest alone: a version that is named here would be gone next month.
# hadolint ignore=DL3008
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      ca-certificates git python3 python3-venv ${PACKAGES} \
 && rm -rf /var/lib/apt/lists/*
RUN python3 -m venv /opt/deno \
 && /opt/deno/bin/pip install --no-cache-dir deno==2.9.6 \
 && ln -s /opt/deno/bin/deno /usr/local/bin/deno

# Binder calls its user jovyan, and wants a home that this user may write.
ARG NB_USER=reader
ARG NB_UID=1000
ENV HOME=/home/${NB_USER}
ENV FOLDER=${HOME}/technology-frontier
RUN useradd --create-home --uid ${NB_UID} --user-group ${NB_USER} \
 && install --directory --owner=${NB_UID} --group=${NB_UID} ${FOLDER}
USER ${NB_USER}
WORKDIR ${FOLDER}

COPY --chown=${NB_UID}:${NB_UID} . .
RUN deno run -A lib/publish/setup/setup.ts

# Binder starts the jupyter that is on the path; its python3 stays Debian's.
ENV PATH=${PATH}:${FOLDER}/.venv/bin
EXPOSE 8888
CMD ["deno", "task", "lab", "--no-browser", "--ip=0.0.0.0", "--port=8888"]
