package org.superbill.billing.claim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which claims: those that fulfil all that is named. Transport is that of the current version.
 *
 * @param owner of the next action
 * @param dueBefore claims whose next action is due before this day
 * @param claimIds these and no others
 */
@Schema(name = "ClaimQuery")
record ClaimFilter(
        @Nullable UUID encounterId,
        @Nullable UUID patientId,
        @Nullable Transport transport,
        @Nullable Adjudication adjudication,
        @Nullable UUID payerId,
        @Nullable OwnerRole owner,
        @Nullable LocalDate dueBefore,
        @Nullable @Size(min = 1, max = 1000) List<UUID> claimIds) {

    /** It would be every claim there is. */
    @JsonIgnore
    boolean isOpen() {
        return Stream.of(encounterId, patientId, transport, adjudication, payerId, owner, dueBefore, claimIds)
                .allMatch(Objects::isNull);
    }
}
