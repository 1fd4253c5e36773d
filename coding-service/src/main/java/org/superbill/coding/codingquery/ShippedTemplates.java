package org.superbill.coding.codingquery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The templates that come with Superbill, in our own words: {@code codingquery/templates.json}. Their ids sort before all others. */
final class ShippedTemplates {
    static final List<QueryTemplateView> ALL = read();

    private ShippedTemplates() {}

    static Optional<QueryTemplateView> find(UUID id) {
        return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private static List<QueryTemplateView> read() {
        try (var json = ShippedTemplates.class.getResourceAsStream("/codingquery/templates.json")) {
            return new ObjectMapper()
                    .readValue(Objects.requireNonNull(json), new TypeReference<List<QueryTemplateView>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
