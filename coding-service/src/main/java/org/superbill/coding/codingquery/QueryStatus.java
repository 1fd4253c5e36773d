package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a question is, and the only place that says where it may go from there. */
@Schema(name = "CodingQueryStatus")
public enum QueryStatus {
    /** The coder writes it. */
    DRAFT,
    /** The clinician has it. */
    OPEN,
    ANSWERED,
    /** The coder does not need it any more, or the encounter is void. */
    WITHDRAWN;

    Set<QueryStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(OPEN, WITHDRAWN);
            case OPEN -> EnumSet.of(ANSWERED, WITHDRAWN);
            case ANSWERED, WITHDRAWN -> EnumSet.noneOf(QueryStatus.class);
        };
    }

    /** As on the wire: {@code answered}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QueryStatus> of(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
    }
}
