package org.superbill.billing.submission;

import java.time.LocalDateTime;
import org.superbill.events.PayerChanged;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;

/** ISA and GS of what is sent to a payer, by its profile. */
public final class PayerEnvelope {
    private PayerEnvelope() {}

    /** @param controlNumber ISA13 */
    public static Interchange interchange(PayerChanged.Interchange settings, LocalDateTime at, long controlNumber) {
        return Interchange.builder()
                .authorization(settings.authorizationQualifier(), settings.authorizationInformation())
                .security(settings.securityQualifier(), settings.securityInformation())
                .sender(settings.senderQualifier(), settings.senderId())
                .receiver(settings.receiverQualifier(), settings.receiverId())
                .at(at)
                .controlNumber(controlNumber)
                .acknowledgmentRequested(settings.acknowledgmentRequested())
                .usage(settings.usageIndicator())
                .build();
    }

    /**
     * @param code GS01
     * @param controlNumber GS06
     * @param version GS08
     */
    public static FunctionalGroup group(
            String code, PayerChanged.Profile profile, LocalDateTime at, long controlNumber, String version) {
        return FunctionalGroup.of(
                code, profile.group().senderCode(), profile.group().receiverCode(), at, controlNumber, version);
    }
}
