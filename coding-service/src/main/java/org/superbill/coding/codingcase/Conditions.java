package org.superbill.coding.codingcase;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;

/** What a query asks for: conditions with their parameters, those left out of which nothing is wanted. */
final class Conditions {
    private final StringBuilder text;
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions(String always) {
        text = new StringBuilder(always);
    }

    /** @param condition has the parameter {@code :name} */
    Conditions and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            text.append(" and ").append(condition);
            parameters.put(name, value);
        }
        return this;
    }

    void setOn(CommonQueryContract query) {
        parameters.forEach(query::setParameter);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
