package org.superbill.x12.professional;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopBuilder;
import org.superbill.x12.guide.Guide;

/** The level of one subscriber: the insurance the claim is sent to (837P loop 2000B). */
public record Loop2000BSubscriber(Loop loop) implements Loop2000B {

    /**
     * @param payerResponsibility SBR01: P primary, S secondary, T tertiary
     * @param patientIsSubscriber SBR02 is then 18; else it is empty and loop 2000C names the patient
     * @param groupNumber SBR03
     * @param groupName SBR04
     * @param insuranceTypeCode SBR05, only where Medicare is not primary
     * @param claimFilingIndicator SBR09: CI commercial, MB Medicare B, MC Medicaid …
     */
    public static Loop2000BSubscriber of(
            String payerResponsibility,
            boolean patientIsSubscriber,
            @Nullable String groupNumber,
            @Nullable String groupName,
            @Nullable String insuranceTypeCode,
            @Nullable String claimFilingIndicator,
            Loop2010BASubscriberName name,
            Loop2010BBPayerName payer) {
        return new Loop2000BSubscriber(new LoopBuilder(Guide.PROFESSIONAL_837.loop("2000B"))
                .segment("HL", null, null, "22", patientIsSubscriber ? "0" : "1")
                .segment(
                        "SBR",
                        payerResponsibility,
                        patientIsSubscriber ? "18" : null,
                        groupNumber,
                        groupName,
                        insuranceTypeCode,
                        null,
                        null,
                        null,
                        claimFilingIndicator)
                .add(name)
                .add(payer)
                .build());
    }

    /** Whether the claims directly under this level are the subscriber's own (SBR02 is 18). */
    public boolean patientIsSubscriber() {
        return loop.required("SBR").element(2).equals("18");
    }
}
