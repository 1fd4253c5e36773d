package org.superbill.servicekit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says which fields answers always have: those of the record that is written, but for the ones that are declared {@code @Nullable}, which NullAway holds the
 * code to. What is read from a request says by its own constraints what it needs.
 */
final class AnswerFields {
    private static final String OURS = "org.superbill.";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName OPTIONAL = DotName.createSimple(java.util.Optional.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    /** By what their schemas are called; records of features may share a name, and the generator then counts. */
    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    AnswerFields(IndexView index) {
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .forEach(type -> records.computeIfAbsent(schemaName(type), name -> new ArrayList<>())
                        .add(type));
    }

    void describe(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas == null || document.getPaths() == null) {
            return;
        }
        var asked = new HashSet<String>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .forEach(body -> reach(body.getContent(), schemas, asked));
        schemas.forEach((name, schema) -> {
            if (!asked.contains(name) && schema.getProperties() != null) {
                var required =
                        new LinkedHashSet<String>(schema.getRequired() == null ? List.of() : schema.getRequired());
                required.addAll(always(name, schema.getProperties().keySet()));
                schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
            }
        });
    }

    private static void reach(Content content, Map<String, Schema> schemas, Set<String> reached) {
        content.getMediaTypes().values().forEach(media -> reach(media.getSchema(), schemas, reached));
    }

    private static void reach(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) {
            return;
        }
        var reference = schema.getRef();
        if (reference != null && reference.startsWith(SCHEMAS)) {
            var name = reference.substring(SCHEMAS.length());
            if (reached.add(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        parts(schema).forEach(part -> reach(part, schemas, reached));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        schema.getItems() == null ? List.<Schema>of() : List.of(schema.getItems()),
                        schema.getAdditionalPropertiesSchema() == null
                                ? List.<Schema>of()
                                : List.of(schema.getAdditionalPropertiesSchema()),
                        orNone(schema.getAllOf()),
                        orNone(schema.getAnyOf()),
                        orNone(schema.getOneOf()))
                .flatMap(Collection::stream);
    }

    private static List<Schema> orNone(@Nullable List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }

    /** In the record's order; none where it is not certain which record it is. */
    private List<String> always(String name, Set<String> properties) {
        var candidates =
                records.getOrDefault(name, records.getOrDefault(name.replaceAll("[0-9]+$", ""), List.of())).stream()
                        .filter(type -> fields(type)
                                .map(FieldInfo::name)
                                .collect(Collectors.toSet())
                                .containsAll(properties))
                        .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        return fields(candidates.get(0))
                .map(FieldInfo::name)
                .filter(properties::contains)
                .filter(field -> candidates.stream().allMatch(type -> isAlwaysThere(type, field)))
                .toList();
    }

    private static Stream<FieldInfo> fields(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream().map(component -> type.field(component.name()));
    }

    private static boolean isAlwaysThere(ClassInfo record, String name) {
        var field = record.field(name);
        return !field.type().hasAnnotation(NULLABLE)
                && !field.type().name().equals(OPTIONAL)
                && (field.type().kind() == Type.Kind.PRIMITIVE || !leavesOutWhatIsEmpty(record, field));
    }

    private static boolean leavesOutWhatIsEmpty(ClassInfo record, FieldInfo field) {
        return Stream.of(record.declaredAnnotation(INCLUDE), field.annotation(INCLUDE))
                .anyMatch(include -> include != null
                        && include.value() != null
                        && !include.value().asEnum().equals(JsonInclude.Include.NON_NULL.name()));
    }

    private static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        var said = schema == null ? null : schema.value("name");
        return said == null ? type.simpleName() : said.asString();
    }
}
