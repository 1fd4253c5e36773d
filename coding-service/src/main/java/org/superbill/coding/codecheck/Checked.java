package org.superbill.coding.codecheck;

import java.util.List;

/**
 * What checking the codes of an encounter gave.
 *
 * @param findings in the order of the coding
 * @param warnings about the releases checked against, e.g. that one is past its year
 */
public record Checked(List<Finding> findings, List<String> warnings) {
    public Checked {
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
    }
}
