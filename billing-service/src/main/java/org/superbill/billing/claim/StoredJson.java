package org.superbill.billing.claim;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.PassedWarning;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FactsJson;

/** Columns of JSON; the values are immutable. */
abstract class StoredJson<T> implements AttributeConverter<T, String> {
    private final TypeReference<T> type;

    StoredJson(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : FactsJson.write(value);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : FactsJson.read(json, type);
    }

    static String of(ClaimFacts facts) {
        return FactsJson.write(facts);
    }

    /** The facts of a version. */
    static ClaimFacts facts(String json) {
        return FactsJson.read(json, new TypeReference<>() {});
    }

    /** What prior payers have decided. */
    @Converter
    @Immutable
    static class OfCoordination extends StoredJson<Coordination> {
        OfCoordination() {
            super(new TypeReference<>() {});
        }
    }

    /** What the payers have decided that are not billed now. */
    @Converter
    @Immutable
    static class DecisionsInTurn extends StoredJson<List<DecisionInTurn>> {
        DecisionsInTurn() {
            super(new TypeReference<>() {});
        }
    }

    /** Some words. */
    @Converter
    @Immutable
    static class Words extends StoredJson<List<String>> {
        Words() {
            super(new TypeReference<>() {});
        }
    }

    /** What edits found. */
    @Converter
    @Immutable
    static class Findings extends StoredJson<List<Finding>> {
        Findings() {
            super(new TypeReference<>() {});
        }
    }

    /** Which warnings somebody has passed. */
    @Converter
    @Immutable
    static class PassedWarnings extends StoredJson<List<PassedWarning>> {
        PassedWarnings() {
            super(new TypeReference<>() {});
        }
    }

    /** Why a version was not taken. */
    @Converter
    @Immutable
    static class Rejections extends StoredJson<List<Rejection>> {
        Rejections() {
            super(new TypeReference<>() {});
        }
    }
}
