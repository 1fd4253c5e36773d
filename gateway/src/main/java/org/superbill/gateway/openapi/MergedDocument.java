package org.superbill.gateway.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Several documents becoming one. Two of them may share a name only for the same thing, for what a client generates from the one
 * document must be what each service means; SmallRye's own merge would silently keep a mixture.
 */
final class MergedDocument {

    private final OpenAPI whole;

    /** The same, as it reads when it has been written: only so can a scanned model be compared with one from a file. */
    private final OpenAPI written;

    private final List<String> conflicts = new ArrayList<>();

    /** @param whole grows by what is added */
    MergedDocument(OpenAPI whole) {
        this.whole = whole;
        this.written = OpenApiFile.read(OpenApiFile.write(whole));
        requireParts(whole);
        requireParts(written);
    }

    private static void requireParts(OpenAPI whole) {
        if (whole.getPaths() == null) {
            whole.setPaths(OASFactory.createPaths());
        }
        if (whole.getComponents() == null) {
            whole.setComponents(OASFactory.createComponents());
        }
    }

    void add(OpenAPI part, String service) {
        if (part.getPaths() != null) {
            join(
                    "path",
                    service,
                    written.getPaths().getPathItems(),
                    part.getPaths().getPathItems(),
                    whole.getPaths()::addPathItem,
                    written.getPaths()::addPathItem);
        }
        if (part.getComponents() != null) {
            addComponents(part.getComponents(), service);
        }
        for (var tag : orEmpty(part.getTags())) {
            if (orEmpty(whole.getTags()).stream().map(Tag::getName).noneMatch(tag.getName()::equals)) {
                whole.addTag(tag);
            }
        }
    }

    /** @throws IllegalStateException naming everything that two services call by one name and mean differently */
    void requireNoConflicts() {
        conflicts.addAll(repeatedOperationIds());
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException(
                    "The services' OpenAPI documents do not fit together:\n- " + String.join("\n- ", conflicts));
        }
    }

    private void addComponents(Components part, String service) {
        join(part, service, "schema", Components::getSchemas, Components::addSchema);
        join(part, service, "response", Components::getResponses, Components::addResponse);
        join(part, service, "parameter", Components::getParameters, Components::addParameter);
        join(part, service, "example", Components::getExamples, Components::addExample);
        join(part, service, "request body", Components::getRequestBodies, Components::addRequestBody);
        join(part, service, "header", Components::getHeaders, Components::addHeader);
        join(part, service, "security scheme", Components::getSecuritySchemes, Components::addSecurityScheme);
        join(part, service, "link", Components::getLinks, Components::addLink);
        join(part, service, "callback", Components::getCallbacks, Components::addCallback);
    }

    private <T> void join(
            Components part,
            String service,
            String kind,
            Function<Components, @Nullable Map<String, T>> of,
            Add<T> add) {
        join(
                kind,
                service,
                of.apply(written.getComponents()),
                of.apply(part),
                (name, value) -> add.to(whole.getComponents(), name, value),
                (name, value) -> add.to(written.getComponents(), name, value));
    }

    private <T> void join(
            String kind,
            String service,
            @Nullable Map<String, T> there,
            @Nullable Map<String, T> more,
            BiConsumer<String, T> add,
            BiConsumer<String, T> addWritten) {
        if (more == null) {
            return;
        }
        var before = there == null ? Map.<String, T>of() : Map.copyOf(there);
        more.forEach((name, value) -> {
            var same = before.get(name);
            if (same == null) {
                add.accept(name, value);
                addWritten.accept(name, value);
            } else if (!same.equals(value)) {
                conflicts.add("%s %s of %s is another one elsewhere".formatted(kind, name, service));
            }
        });
    }

    private List<String> repeatedOperationIds() {
        var places = new HashMap<String, String>();
        var repeated = new ArrayList<String>();
        whole.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    var place = method + " " + path;
                    var other = places.put(String.valueOf(operation.getOperationId()), place);
                    if (other != null) {
                        repeated.add("operationId %s is of %s and of %s"
                                .formatted(operation.getOperationId(), other, place));
                    }
                }));
        return repeated;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private interface Add<T> {
        Components to(Components components, String name, T value);
    }
}
