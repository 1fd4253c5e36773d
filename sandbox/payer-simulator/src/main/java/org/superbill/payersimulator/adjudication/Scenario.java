package org.superbill.payersimulator.adjudication;

import java.util.Arrays;

/** What happens to a claim, by the last characters of its member id. */
public enum Scenario {
    INTERCHANGE_REJECTED("XTA1", "the interchange is refused with a TA1 (code 025, duplicate control number)"),
    GROUP_REJECTED("X999", "the functional group is refused with a 999 (AK9 R)"),
    REJECTED(
            "R21",
            "the claim is rejected in the 277CA: A7, status 164, entity IL (the member id), and never adjudicated"),
    LINE_DENIED(
            "D16",
            "the first line of an original claim is denied: CO-16 with remark N382; a replacement (frequency 7) is paid"),
    UNPROCESSABLE(
            "XU1",
            "the claim comes back unprocessable: CO-16 on each line with MA130, no appeal rights, send a new claim"),
    DEDUCTIBLE("P50", "paid in part: half of what is allowed goes to the deductible (PR-1)"),
    ADJUDICATED(
            "",
            "preventive vaccines with Z23 are paid as allowed; office visits (992xx) bear a copay of 20.00 (PR-3), all else 20 % coinsurance (PR-2)");

    private final String memberIdSuffix;
    private final String effect;

    Scenario(String memberIdSuffix, String effect) {
        this.memberIdSuffix = memberIdSuffix;
        this.effect = effect;
    }

    public static Scenario of(String memberId) {
        return Arrays.stream(values())
                .filter(scenario -> memberId.endsWith(scenario.memberIdSuffix))
                .findFirst()
                .orElseThrow();
    }

    public String memberIdSuffix() {
        return memberIdSuffix;
    }

    public String effect() {
        return effect;
    }
}
