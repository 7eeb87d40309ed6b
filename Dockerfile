# Every process of the marketplace, one image each: docker compose build
#   MODULE    the folder it is built from
#   PORT      where it listens, and HEALTH, where it says that it is ready
#   PACKAGES  Debian's packages that it needs beside Java
# The tests of infra/ read this file.
ARG MAVEN_IMAGE=maven:3.9.16-eclipse-temurin-25
ARG NODE_IMAGE=node:24.18.0-bookworm-slim
ARG BASE_IMAGE=debian:trixie-20260803-slim

FROM ${NODE_IMAGE} AS node

# All modules at once, for all images: what the second image needs is there already.
FROM ${MAVEN_IMAGE} AS build
COPY --from=node /usr/local/ /usr/local/
ENV npm_config_cache=/cache/npm
WORKDIR /src
COPY . .
RUN --mount=type=cache,id=safelight-libraries,target=/cache \
    mvn --batch-mode --no-transfer-progress -Dmaven.repo.local=/cache/maven -Dmaven.test.skip=true -Dspring-javaformat.validate.skip=true \
        -pl local-cloud,gateway,upload-service,publication-service,imaging-service,catalog-service,search-service,purchase-service,notification-service \
        -am package

# Java, without what no process uses.
FROM ${MAVEN_IMAGE} AS java
RUN jlink --output /opt/runtime --no-header-files --no-man-pages --strip-java-debug-attributes --compress=zip-2 \
        --include-locales=en,pt --generate-cds-archive \
        --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.incubator.vector,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs

# Others' libraries apart from ours, which change every day; and what is in all of it (CycloneDX).
FROM build AS parts
ARG MODULE
WORKDIR /parts
RUN mkdir -p others/lib ours/lib \
    && for jar in /src/${MODULE}/target/lib/*.jar; do \
         if grep -q META-INF/maven/io.safelight/ "$jar"; then cp -p "$jar" ours/lib/; else cp -p "$jar" others/lib/; fi; \
       done \
    && cp -p /src/${MODULE}/target/${MODULE}-[0-9]*.jar ours/app.jar \
    && cp -p /src/${MODULE}/target/classes/META-INF/sbom/application.cdx.json ours/ \
    && cp -p /src/docker/java.options /src/docker/healthy ours/ && chmod 755 ours/healthy

FROM ${BASE_IMAGE} AS runtime
RUN groupadd --gid 10001 safelight \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin safelight \
    && install -d -o 10001 -g 10001 /var/lib/safelight
COPY --from=java /opt/runtime /opt/java
ENV PATH=/opt/java/bin:$PATH LANG=C.UTF-8
WORKDIR /app

FROM runtime AS app
ARG PACKAGES=""
RUN if [ -n "$PACKAGES" ]; then \
      apt-get update && apt-get install -y --no-install-recommends $PACKAGES && rm -rf /var/lib/apt/lists/*; \
    fi
ARG PORT
ARG HEALTH=/actuator/health/readiness
ENV SAFELIGHT_HEALTHY_AT=${PORT}${HEALTH}
COPY --from=parts /parts/others/ /app/
COPY --from=parts /parts/ours/ /app/
USER 10001:10001
EXPOSE ${PORT}

# What the process loads when it starts, kept for its next starts (JEP 514): a rehearsal beside a cloud of its own.
FROM app AS rehearsed
ARG MODULE
ARG PORT
RUN --mount=type=bind,from=build,source=/src/local-cloud/target,target=/cloud \
    --mount=type=bind,source=docker/rehearse,target=/rehearse \
    bash /rehearse ${MODULE} ${PORT}

FROM app
COPY --from=rehearsed /tmp/app.aot /app/app.aot
HEALTHCHECK --interval=5s --timeout=3s --start-period=300s --retries=3 CMD ["/app/healthy"]
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/app.aot", "-Xlog:aot=off,cds=off", "-jar", "/app/app.jar"]
