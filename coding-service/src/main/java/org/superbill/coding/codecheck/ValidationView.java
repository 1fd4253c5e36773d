package org.superbill.coding.codecheck;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the rules say of a set of codes.
 *
 * @param valid whether no error was found
 * @param findings in the order of the set
 * @param warnings about the releases checked against, e.g. that one is past its year
 */
@Schema(name = "CodeValidation")
record ValidationView(boolean valid, List<Finding> findings, List<String> warnings) {
    static ValidationView of(Checked checked) {
        return new ValidationView(
                checked.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR),
                checked.findings(),
                checked.warnings());
    }
}
