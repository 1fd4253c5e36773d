package org.superbill.billing.reference;

import org.superbill.events.CoverageChanged;

/**
 * A coverage of the patient whose payer is billed before or after the one that a claim goes to.
 *
 * @param turn in which its payer is billed, from 1
 * @param claimFilingIndicator SBR09
 */
public record OtherCoverage(
        int turn, CoverageChanged coverage, String payerName, String payerIdentifier, String claimFilingIndicator) {}
