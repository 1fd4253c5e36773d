package org.superbill.billing.edittable;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the physician fee schedule says of a code besides its value. Source: CMS, PPRRVU record layout.
 *
 * @param modifier 26, TC or 53, or empty
 * @param status A: paid separately; C, I, N, …
 * @param globalDays 000, 010, 090, MMM, XXX, YYY, ZZZ
 * @param multipleProcedures reduction of several procedures, 0-9
 * @param bilateral 0: not bilateral; 1: 150 percent with modifier 50; 2: priced as bilateral; 3: each side in full; 9: the notion does not apply
 * @param release the table's, with its first day
 */
@Schema(name = "FeeIndicator")
public record FeeIndicator(
        String procedureCode,
        String modifier,
        String status,
        String professionalTechnical,
        String globalDays,
        String multipleProcedures,
        String bilateral,
        String assistantSurgeon,
        String coSurgeons,
        String teamSurgeons,
        String endoscopicBase,
        String release,
        LocalDate effectiveFrom) {}
