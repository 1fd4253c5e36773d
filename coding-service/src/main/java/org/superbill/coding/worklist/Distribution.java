package org.superbill.coding.worklist;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What giving cases away came to.
 *
 * @param given most urgent first
 * @param left how many cases nobody has still: there is no coder with a credential in force, the specialty and room, somebody has it open,
 *     or one call has given away as many as it does
 */
@Schema(name = "CodingDistribution")
record Distribution(List<Given> given, long left) {
    Distribution {
        given = List.copyOf(given);
    }

    static final String EXAMPLE =
            "{\"given\":[{\"caseId\":\"01980000-0000-7000-8000-000000000001\",\"coder\":\"ann\"}],\"left\":0}";

    /** A case and the subject of who got it. */
    @Schema(name = "CodingDistributionGiven")
    record Given(UUID caseId, String coder) {}
}
