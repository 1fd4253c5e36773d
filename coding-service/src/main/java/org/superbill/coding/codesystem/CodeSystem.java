package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code systems that this service knows. */
@Schema(name = "CodeSystemId")
public enum CodeSystem {
    ICD_10_CM("icd-10-cm", "ICD-10-CM, diagnoses", "[A-Z][0-9A-Z]{2,6}"),
    HCPCS("hcpcs", "HCPCS Level II, procedures, supplies and drugs", "[A-Z][0-9]{4}"),
    CPT("cpt", "CPT, procedures (loaded by the licence holder)", "[0-9]{4}[0-9A-Z]");

    private static final int ICD_CATEGORY_LENGTH = 3;

    private final String id;
    private final String title;
    private final Pattern form;

    CodeSystem(String id, String title, String form) {
        this.id = id;
        this.title = title;
        this.form = Pattern.compile(form);
    }

    /** As in paths, queries and events: {@code icd-10-cm}, {@code hcpcs}, {@code cpt}. */
    @JsonValue
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** @param id as {@link #id()} */
    public static Optional<CodeSystem> of(String id) {
        return Arrays.stream(values()).filter(system -> system.id.equals(id)).findFirst();
    }

    /** Whether a stored code has the form of this system's codes; it need not exist. */
    public boolean accepts(String code) {
        return form.matcher(code).matches();
    }

    /** The stored form of a code however a person wrote it: {@code j06.9} becomes {@code J069}. */
    public String normalize(String code) {
        return code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }

    /** The written form of a stored code: {@code J069} becomes {@code J06.9} in ICD-10-CM. */
    public String display(String code) {
        return this == ICD_10_CM && code.length() > ICD_CATEGORY_LENGTH
                ? code.substring(0, ICD_CATEGORY_LENGTH) + "." + code.substring(ICD_CATEGORY_LENGTH)
                : code;
    }
}
