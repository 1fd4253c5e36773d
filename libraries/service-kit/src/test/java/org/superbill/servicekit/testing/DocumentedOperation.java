package org.superbill.servicekit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operation as a service's document describes it, to be called with what the document says: its example, ids of nothing.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param document the whole of it, for what the operation points to
 */
record DocumentedOperation(String method, String path, JsonNode operation, JsonNode document) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    @Override
    public String toString() {
        return method.toLowerCase(Locale.ROOT) + ' ' + path;
    }

    String id() {
        return operation.path("operationId").asText();
    }

    /** Any one of them will do. */
    List<String> permissions() {
        var permissions = new ArrayList<String>();
        operation.path("x-permissions").forEach(permission -> permissions.add(permission.asText()));
        return permissions;
    }

    boolean needsHeader(String name) {
        for (var parameter : operation.path("parameters")) {
            var said = resolved(parameter);
            if (said.path("in").asText().equals("header")
                    && said.path("name").asText().equals(name)) {
                return said.path("required").asBoolean();
            }
        }
        return false;
    }

    /**
     * What the path's parameters and the fields of the answers are called, however deep. An answer that shows again what was asked has only those of its fields that are
     * required: the others may be absent, and are where nobody asked by them.
     */
    Set<String> names() {
        var asked = new HashSet<String>();
        document.path("paths").findValues("requestBody").forEach(body -> addReferences(body, asked));
        var names = new TreeSet<String>();
        PARAMETER.matcher(path).results().forEach(found -> names.add(found.group(1)));
        operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> answer.getValue()
                        .path("content")
                        .forEach(content -> addNames(content.path("schema"), names, asked, new HashSet<>())));
        return names;
    }

    private void addNames(JsonNode schema, Set<String> names, Set<String> asked, Set<String> seen) {
        var reference = schema.path("$ref").asText();
        if (schema.has("$ref") && !seen.add(reference)) {
            return;
        }
        var said = resolved(schema);
        if (asked.contains(reference)) {
            said.path("required").forEach(field -> names.add(field.asText()));
        } else {
            said.path("properties").fieldNames().forEachRemaining(names::add);
        }
        for (var part : said) {
            if (part.isContainerNode()) {
                addNames(part, names, asked, seen);
            }
        }
    }

    private void addReferences(JsonNode schema, Set<String> found) {
        if (schema.has("$ref") && found.add(schema.path("$ref").asText())) {
            addReferences(resolved(schema), found);
        }
        schema.forEach(part -> addReferences(part, found));
    }

    /** What stands in the place of a reference. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** @param headers name, value, name, value … */
    HttpResponse<String> call(@Nullable String token, String... headers) {
        var body = example();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + filledPath()))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(toString(), e);
        }
    }

    private String filledPath() {
        return PARAMETER.matcher(path).replaceAll(found -> value(found.group(1)));
    }

    private String value(String name) {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                var schema = resolved(parameter.path("schema"));
                if (parameter.has("example")) {
                    return parameter.path("example").asText();
                }
                if (schema.has("enum")) {
                    return schema.path("enum").path(0).asText();
                }
                return schema.path("type").asText().equals("integer")
                        ? "1"
                        : UUID.randomUUID().toString();
            }
        }
        return UUID.randomUUID().toString();
    }

    private String contentType() {
        return operation.path("requestBody").path("content").fieldNames().next();
    }

    private String example() {
        var contents = operation.path("requestBody").path("content");
        var examples =
                contents.isEmpty() ? contents : contents.path(contentType()).path("examples");
        if (examples.isEmpty()) {
            return "";
        }
        var value = examples.iterator().next().path("value");
        return value.isTextual() ? value.asText() : value.toString();
    }
}
