package org.superbill.servicekit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;

/** The ids that a body or an answer names: a record that says whose it is, in {@code patientId}, says so of all that is in it. The same in what was written of it as JSON. */
final class Named {
    static final String PATIENT = "patientId";

    /** What the accessors of a record are that lead to ids. */
    private static final ClassValue<List<Method>> LEADING = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> mayLead(component.getType()))
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .toList();
        }
    };

    private final Set<UUID> patients = new LinkedHashSet<>();
    private final Set<UUID> others = new LinkedHashSet<>();

    static Named in(@Nullable Object answer) {
        var named = new Named();
        named.read(answer);
        return named;
    }

    Set<UUID> patients() {
        return patients;
    }

    /** Of what is of nobody, or does not say of whom it is. */
    Set<UUID> others() {
        return others;
    }

    private void read(@Nullable Object value) {
        if (value instanceof UUID id) {
            others.add(id);
        } else if (value instanceof Record record) {
            readRecord(record);
        } else if (value instanceof Collection<?> many) {
            many.forEach(this::read);
        } else if (value instanceof Map<?, ?> map) {
            read(map.keySet());
            read(map.values());
        } else if (value instanceof Optional<?> one) {
            one.ifPresent(this::read);
        } else if (value instanceof RestResponse<?> response) {
            read(response.getEntity());
        } else if (value instanceof JsonNode json) {
            readJson(json);
        }
    }

    private void readJson(JsonNode json) {
        var patient = Ids.read(json.path(PATIENT).asText());
        if (patient.isPresent()) {
            patients.add(patient.get());
        } else if (json.isTextual()) {
            Ids.read(json.asText()).ifPresent(others::add);
        } else {
            json.fieldNames().forEachRemaining(name -> Ids.read(name).ifPresent(others::add)); // a map's keys
            json.forEach(this::readJson);
        }
    }

    private void readRecord(Record record) {
        var accessors = LEADING.get(record.getClass());
        var patient = accessors.stream()
                .filter(accessor -> accessor.getName().equals(PATIENT))
                .map(accessor -> value(accessor, record))
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .findFirst();
        if (patient.isPresent()) {
            patients.add(patient.get());
        } else {
            accessors.forEach(accessor -> read(value(accessor, record)));
        }
    }

    private static boolean mayLead(Class<?> type) {
        return type == UUID.class
                || type == Object.class
                || type == Optional.class
                || type.isRecord()
                || type.isInterface();
    }

    private static @Nullable Object value(Method accessor, Record record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A component of %s cannot be read".formatted(record.getClass()), e);
        }
    }
}
