package org.superbill.events;

import java.util.UUID;

/**
 * A payer and how it is reached. Key: payer id.
 *
 * @param payerIdentifier NM109 of loop 2010BB
 * @param claimFilingIndicator SBR09, e.g. {@code CI} commercial, {@code MB} Medicare Part B
 */
public record PayerChanged(
        UUID payerId, String name, String payerIdentifier, String claimFilingIndicator, Profile profile)
        implements Event {
    @Override
    public String subject() {
        return payerId.toString();
    }

    /**
     * What the payer's enrolment says.
     *
     * @param connection the name of the connection, configured by operations, that claims go through
     * @param version implementation guide of claims, e.g. {@code 005010X222A1} (GS08, ST03)
     * @param receiverName NM103 of loop 1000B
     * @param receiverId NM109 of loop 1000B
     * @param acceptsCorrectedClaims whether frequencies 7 and 8 (CLM05-3) are taken
     * @param filingLimitDays days from the date of service in which a claim must arrive
     */
    public record Profile(
            String connection,
            String version,
            String receiverName,
            String receiverId,
            boolean acceptsCorrectedClaims,
            int filingLimitDays,
            Interchange interchange,
            Group group) {}

    /** ISA01 to ISA08, ISA14 and ISA15 of what is sent to this payer; blanks at the end are left out. */
    public record Interchange(
            String authorizationQualifier,
            String authorizationInformation,
            String securityQualifier,
            String securityInformation,
            String senderQualifier,
            String senderId,
            String receiverQualifier,
            String receiverId,
            boolean acknowledgmentRequested,
            String usageIndicator) {}

    /** GS02 and GS03 of what is sent to this payer. */
    public record Group(String senderCode, String receiverCode) {}
}
