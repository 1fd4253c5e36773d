package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingpolicy.CodingPolicy;

/** Whose services a case codes. A stay has one of each, an office visit the professional one only. */
@Schema(name = "CodingCaseKind")
public enum CaseKind {
    PROFESSIONAL,
    FACILITY;

    /** As on the wire: {@code facility}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param told by events: {@code facility}; null is the professional case */
    public static CaseKind of(@Nullable String told) {
        return FACILITY.id().equals(told) ? FACILITY : PROFESSIONAL;
    }

    /** Of which credentials a coder needs one. */
    public List<String> credentials(CodingPolicy policy) {
        return switch (this) {
            case PROFESSIONAL -> policy.assignment().professionalCredentials();
            case FACILITY -> policy.assignment().facilityCredentials();
        };
    }
}
