package org.superbill.billing.claim;

/** Bodies for the API's documentation. */
final class ClaimExamples {
    static final String CLAIM = """
            {"id":"0199d0a0-0000-7000-8000-000000000031","encounterId":"0199d0a0-0000-7000-8000-000000000021","patientId":"0199d0a0-0000-7000-8000-000000000011",
            "payer":{"id":"0199d0a0-0000-7000-8000-000000000041","name":"Key Insurance"},"coverage":{"id":"0199d0a0-0000-7000-8000-000000000015","sequence":1,"memberId":"W123456789"},"version":1,"claimNumber":"SB1000000V1","frequency":"1",
            "transport":"accepted","transportSince":"2026-03-02T15:04:05Z","adjudication":"paid",
            "money":{"insuranceBalanceCents":0,"patientBalanceCents":0,"creditCents":0,"payers":[],"status":"settled"},"owner":{"role":"nobody"},
            "totalChargeCents":5500,"payerClaimNumber":"PCN0000001","codingVersion":1,"sentCodingVersion":1,"voided":false,"sentAt":"2026-03-02T15:04:00Z",
            "findings":[],"rejections":[],"lines":[{"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"chargeCents":3000,
            "serviceDate":"2026-03-02","diagnosisPointers":[1],"paidCents":2400,"denied":false}],
            "nextAllowed":{"actions":["correct"],"frequency":"7","references":"PCN0000001","why":"The payer has decided: a correction replaces the whole claim and names it",
            "options":[{"action":"correct","frequency":"7","references":"PCN0000001","clock":{"kind":"timely-filing","due":"2027-03-02"},
            "why":"The payer has decided: a correction replaces the whole claim and names it"}]},
            "versions":[{"version":1,"claimNumber":"SB1000000V1","frequency":"1","transport":"accepted","sentAt":"2026-03-02T15:04:00Z"}],"billedTo":"payer","payerInTurn":1,
            "says":{"diagnoses":[{"place":1,"code":"Z23","qualifier":"ABK"}],"providers":[{"role":"rendering","npi":"1912301953","lastName":"Kildare","firstName":"Ben"}],
            "authorizations":[],"dates":[]},"form":"professional","passedWarnings":[],"revision":7}""";
    static final String PAGE = "{\"items\":[" + CLAIM + "]}";
    static final String SUBMIT = "{\"clearinghouseClaimNumber\":\"17312345600006351\"}";
    static final String REASON = "{\"reason\":\"The member id was corrected\"}";
    static final String HISTORY = """
            {"claimId":"0199d0a0-0000-7000-8000-000000000031","steps":[
            {"at":"2026-03-02T15:00:00Z","claimVersion":1,"step":"built","detail":"Claim SB1000000V1 from coding version 1"},
            {"at":"2026-03-02T15:04:00Z","claimVersion":1,"step":"sent","detail":"Claim SB1000000V1, frequency 1","actor":"system",
            "source":{"kind":"submission","id":"0199d0a0-0000-7000-8000-000000000051"}}]}""";

    private ClaimExamples() {}
}
