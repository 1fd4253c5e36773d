package org.superbill.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * @param terms what else it takes and asks for; absent: what the guides allow
     */
    public record Profile(
            String connection,
            String version,
            String receiverName,
            String receiverId,
            boolean acceptsCorrectedClaims,
            int filingLimitDays,
            Interchange interchange,
            Group group,
            @Nullable Terms terms) {
        /** A payer that takes all that the guides allow. */
        public Profile(
                String connection,
                String version,
                String receiverName,
                String receiverId,
                boolean acceptsCorrectedClaims,
                int filingLimitDays,
                Interchange interchange,
                Group group) {
            this(
                    connection,
                    version,
                    receiverName,
                    receiverId,
                    acceptsCorrectedClaims,
                    filingLimitDays,
                    interchange,
                    group,
                    null);
        }

        /** What it takes and asks for beyond the guides. */
        public Terms agreed() {
            return terms == null ? Terms.NONE : terms;
        }
    }

    /**
     * What a payer takes and asks for, as far as it differs from what the guides allow; each is absent where it does not.
     *
     * @param professionalForm how it takes professional claims: {@code electronic} (when absent), {@code paper} or {@code none}
     * @param institutionalForm the same of institutional claims
     * @param institutionalVersion GS08 and ST03 of institutional claims; absent: 005010X223A2
     * @param institutionalPayerIdentifier NM109 of loop 2010BB of institutional claims, when it is another
     * @param acceptsVoidClaims whether frequency 8 is taken; absent: as corrected claims are
     * @param acceptsSecondaryElectronically whether claims after another payer's are taken as an 837; absent: yes
     * @param attachments the ways in which attachments are taken (PWK02), e.g. {@code EL}, {@code FX}; absent: not known
     * @param enrolmentRequired the transactions ({@code claims}, {@code remittance}, {@code payment}) for which a provider has to be
     *     enrolled first
     * @param mostDiagnoses of a claim
     * @param mostLines of a claim
     * @param memberIdPattern a regular expression that its member ids match, e.g. {@code [A-Z]{3}[0-9]{9}}
     * @param authorizationFor the services that it authorizes first
     * @param gathers the services that go on one claim for several encounters
     * @param remittanceNames names under which it remits (835, N102 of N1*PR), where they are others than its own
     * @param remittanceIdentifiers identifiers of its payments (835, N104 and REF*2U of N1*PR, TRN03), where they are others than that of its claims
     */
    public record Terms(
            @Nullable String professionalForm,
            @Nullable String institutionalForm,
            @Nullable String institutionalVersion,
            @Nullable String institutionalPayerIdentifier,
            @Nullable Boolean acceptsVoidClaims,
            @Nullable Boolean acceptsSecondaryElectronically,
            @Nullable List<String> attachments,
            @Nullable List<String> enrolmentRequired,
            @Nullable List<Enrolment> enrolments,
            @Nullable Integer mostDiagnoses,
            @Nullable Integer mostLines,
            @Nullable String memberIdPattern,
            @Nullable List<AuthorizationFor> authorizationFor,
            @Nullable List<Gathering> gathers,
            @Nullable Address paperAddress,
            @Nullable List<String> remittanceNames,
            @Nullable List<String> remittanceIdentifiers) {
        /** What the guides allow. */
        public static final Terms NONE = new Terms(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        public Terms {
            attachments = ClaimDetails.copy(attachments);
            enrolmentRequired = ClaimDetails.copy(enrolmentRequired);
            enrolments = ClaimDetails.copy(enrolments);
            authorizationFor = ClaimDetails.copy(authorizationFor);
            gathers = ClaimDetails.copy(gathers);
            remittanceNames = ClaimDetails.copy(remittanceNames);
            remittanceIdentifiers = ClaimDetails.copy(remittanceIdentifiers);
        }
    }

    /**
     * What a provider has agreed with the payer.
     *
     * @param transaction {@code claims} (837), {@code remittance} (835) or {@code payment} (EFT)
     * @param state {@code requested}, {@code active}, {@code refused} or {@code ended}
     * @param from first day on which it holds; absent while it is not active
     * @param to last day on which it holds; absent while it goes on
     */
    public record Enrolment(
            String transaction,
            String npi,
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param procedures codes, or first and last of a range with a hyphen between: {@code 70551-70553} */
    public record AuthorizationFor(
            List<String> procedures,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public AuthorizationFor {
            procedures = List.copyOf(procedures);
        }
    }

    /**
     * Encounters that make one claim.
     *
     * @param by {@code month}: those of a calendar month; {@code pregnancy}: those of one pregnancy, up to the delivery
     * @param procedures as {@link AuthorizationFor#procedures}; an encounter gathers when all its lines are of these
     */
    public record Gathering(String by, List<String> procedures) {
        public Gathering {
            procedures = List.copyOf(procedures);
        }
    }

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
