package org.superbill.billing.claimcheck;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;

/**
 * Describes a claim that is given to be checked by the very records that it is read into, so that the document cannot say something else. What they need and {@link GivenClaim}
 * looks up or makes up is not required.
 */
@OpenApiFilter(
        stages = OpenApiFilter.RunStage.BUILD,
        priority = 0) // after what the kit adds, or the order of the document is anybody's
public class GivenClaimDescription implements OASFilter {
    /** As {@code ClaimToCheck.claim} names it. */
    static final String CLAIM = "GivenClaimFacts";

    private static final Map<Class<?>, Set<String>> NOT_NEEDED = Map.of(
            ClaimFacts.class,
            Set.of(
                    "organizationId",
                    "nextPayers",
                    "organization",
                    "practitioner",
                    "location",
                    "patient",
                    "coverage",
                    "payer"),
            EncounterCoded.class,
            Set.of(
                    "encounterId",
                    "version",
                    "codingCaseId",
                    "patientId",
                    "practitionerId",
                    "locationId",
                    "coverageIds",
                    "codedBy"),
            EncounterCoded.Line.class,
            Set.of("procedureCode"), // of a facility's line a revenue code may be all
            PatientChanged.class,
            Set.of("patientId"),
            CoverageChanged.class,
            Set.of("coverageId", "patientId", "payerId"),
            PayerChanged.class,
            Set.of("payerId"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components);
        describe(ClaimFacts.class, components);
    }

    /** @return its name */
    private static String describe(Class<?> type, Components components) {
        var name = "Given"
                + (type.getDeclaringClass() == null
                        ? ""
                        : type.getDeclaringClass().getSimpleName())
                + type.getSimpleName();
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            var schema = object();
            components.addSchema(name, schema);
            for (var component : type.getRecordComponents()) {
                schema.addProperty(component.getName(), schema(component.getGenericType(), components));
                if (!isNullable(component)
                        && !NOT_NEEDED.getOrDefault(type, Set.of()).contains(component.getName())) {
                    schema.addRequired(component.getName());
                }
            }
        }
        return name;
    }

    private static boolean isNullable(RecordComponent component) {
        return isNullable(component.getAnnotatedType());
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Schema schema(Type type, Components components) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? of(SchemaType.ARRAY).items(schema(arguments[0], components))
                    : object().additionalPropertiesSchema(schema(arguments[1], components)); // a map by id
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return OASFactory.createSchema().ref(describe(plain, components));
        } else if (plain.isEnum()) {
            return of(SchemaType.STRING)
                    .enumeration(Arrays.stream(plain.getEnumConstants())
                            .map(constant -> (Object) constant.toString())
                            .toList());
        } else if (plain == UUID.class) {
            return of(SchemaType.STRING).format("uuid");
        } else if (plain == LocalDate.class) {
            return of(SchemaType.STRING).format("date");
        } else if (plain == String.class) {
            return of(SchemaType.STRING);
        } else if (plain == boolean.class || plain == Boolean.class) {
            return of(SchemaType.BOOLEAN);
        } else if (plain == BigDecimal.class) {
            return of(SchemaType.NUMBER);
        } else if (plain == int.class || plain == Integer.class) {
            return of(SchemaType.INTEGER).format("int32");
        } else if (plain == long.class || plain == Long.class) {
            return of(SchemaType.INTEGER).format("int64");
        }
        throw new IllegalArgumentException("No schema of " + plain);
    }

    private static Schema object() {
        return of(SchemaType.OBJECT);
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
