package org.superbill.billing.appeal;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.superbill.billing.reference.FactsJson;

/** A column with names, as JSON. */
@Converter
@Immutable
class StoredNames implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> names) {
        return FactsJson.write(names);
    }

    @Override
    public List<String> convertToEntityAttribute(String json) {
        return FactsJson.read(json, new TypeReference<>() {});
    }
}
