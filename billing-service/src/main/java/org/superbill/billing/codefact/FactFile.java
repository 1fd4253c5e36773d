package org.superbill.billing.codefact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A file of what is known of codes.
 *
 * @param version another one whenever it has changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FactFile(String name, String version) {
    private static final String SPANS = "spans-";
    private static final String EDITION = "edition-";

    static String ofSystem(String system) {
        return SPANS + system;
    }

    boolean isEdition() {
        return name.startsWith(EDITION);
    }
}
