package org.superbill.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Code systems, their releases and official files over the public API, as one caller who may load them. */
final class CodeReleaseClient {
    private static final String SYSTEMS = "/api/v1/code-systems/";
    private static final String TABLES = "/api/v1/edit-tables";

    private final GatewayClient gateway;
    private final String token;

    CodeReleaseClient(GatewayClient gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** What is asked for beside the file itself; empty where the file says it. */
    record Wanted(String release, String effectiveFrom) {}

    /** All code systems and which release of each is in force. */
    JsonNode systems() {
        return gateway.get("/api/v1/code-systems", token);
    }

    /** What an official file is and does, or with {@code preview} would do. */
    JsonNode send(Path file, Wanted wanted, boolean preview) throws FileNotFoundException {
        return send("/api/v1/code-files", file, wanted, preview);
    }

    /** As {@link #send}, of CMS's tables for edits. */
    JsonNode sendTable(Path file, Wanted wanted, boolean preview) throws FileNotFoundException {
        return send(TABLES, file, wanted, preview);
    }

    private JsonNode send(String path, Path file, Wanted wanted, boolean preview) throws FileNotFoundException {
        var parameters = new ArrayList<String>();
        parameters.add("preview=" + preview);
        if (!wanted.release().isEmpty()) {
            parameters.add("release=" + wanted.release());
        }
        if (!wanted.effectiveFrom().isEmpty()) {
            parameters.add("effectiveFrom=" + wanted.effectiveFrom());
        }
        return gateway.post(
                path + "?" + String.join("&", parameters),
                "application/octet-stream",
                BodyPublishers.ofFile(file),
                token,
                "Content-Disposition",
                "attachment; filename=\"%s\""
                        .formatted(file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_")));
    }

    /** @param csv {@code code,display,billable}, and if wanted more */
    JsonNode loadCsv(String system, String release, String effectiveFrom, byte[] csv) {
        return gateway.post(
                SYSTEMS + system + "/releases?release=" + release + "&effectiveFrom=" + effectiveFrom,
                "text/csv",
                BodyPublishers.ofByteArray(csv),
                token);
    }

    JsonNode activate(String system, String release) {
        return step(SYSTEMS + system, release, "activate");
    }

    JsonNode rollBack(String system, String release) {
        return step(SYSTEMS + system, release, "rollback");
    }

    /** Of a file that waits for the other half of its release. */
    void rollBackWaiting(String system, String release) {
        post("/api/v1/code-files/waiting/%s/%s/rollback".formatted(system, release));
    }

    /**
     * Takes back what is loaded of codes but makes no code system: a table of the index, an edition of facts, of replacements or of a map.
     *
     * @return whether there is anything of this name
     */
    boolean rollBackKind(String name, String release) {
        var place = Map.of(
                        "/api/v1/code-index/tables", "/api/v1/code-index/tables/%s/releases/%s/rollback",
                        "/api/v1/code-facts", "/api/v1/code-facts/%s/%s/rollback",
                        "/api/v1/code-tables", "/api/v1/code-tables/%s/%s/rollback")
                .entrySet()
                .stream()
                .filter(list -> isIn(gateway.get(list.getKey(), token), name))
                .map(Map.Entry::getValue)
                .findFirst();
        place.ifPresent(path -> post(path.formatted(name, release)));
        return place.isPresent();
    }

    private static boolean isIn(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(one ->
                        one.path("kind").asText(one.path("table").asText()).equals(name));
    }

    JsonNode activateTable(String table, String release) {
        return step(TABLES + "/" + table, release, "activate");
    }

    JsonNode rollBackTable(String table, String release) {
        return step(TABLES + "/" + table, release, "rollback");
    }

    private JsonNode step(String path, String release, String verb) {
        return post(path + "/releases/" + release + "/" + verb);
    }

    private JsonNode post(String path) {
        return gateway.post(path, "application/json", BodyPublishers.ofString("{}"), token);
    }
}
