package org.superbill.servicekit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** A value of the wrong type is refused, never bent into the right one: {@code "1.5"} is not an amount, nor is {@code 1.5}. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final Map<LogicalType, Set<CoercionInputShape>> REFUSED = Map.of(
            LogicalType.Integer,
            Set.of(
                    CoercionInputShape.String,
                    CoercionInputShape.EmptyString,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean),
            LogicalType.Float,
            Set.of(CoercionInputShape.String, CoercionInputShape.EmptyString, CoercionInputShape.Boolean),
            LogicalType.Boolean,
            Set.of(CoercionInputShape.String, CoercionInputShape.EmptyString, CoercionInputShape.Integer),
            LogicalType.Textual,
            Set.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Enum,
            Set.of(CoercionInputShape.Integer, CoercionInputShape.EmptyString),
            LogicalType.DateTime,
            Set.of(CoercionInputShape.Integer, CoercionInputShape.EmptyString),
            LogicalType.OtherScalar,
            Set.of(CoercionInputShape.EmptyString));

    @Override
    public void customize(ObjectMapper json) {
        json.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        json.enable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.setDefaultLeniency(false);
        REFUSED.forEach((type, shapes) ->
                shapes.forEach(shape -> json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail)));
    }
}
