package org.superbill.coding.codingpolicy;

/** The examples of the API document. */
final class CodingPolicyExamples {
    static final String POLICY = """
            {"dutiesApart":true,\
            "passThrough":{"enabled":true,"settings":["office"],"maximumChargeCents":50000,"warningsAllowed":false,"exceptProcedures":["9938"]},\
            "auditFirst":{"percent":5,"newCoderCases":30,"minimumChargeCents":2500000},\
            "facilityCases":true,"unrelatedConditionsAllowed":true,"warningsNeedReason":true,\
            "assignment":{"automatic":true,"coderRecordRequired":true,"professionalCredentials":["CPC","CCS-P"],\
            "facilityCredentials":["COC","CIC","CCS"],"bySpecialty":true,"loadLimit":50},\
            "times":{"leaseMinutes":15,"dueDays":3,"escalationDays":2,"escalateTo":"lead-coder","billHoldDays":3,"rebuttalDays":14},\
            "priority":{"pointsPerDay":10,"pointsPerThousandDollars":5,"filingWindowDays":30,"pointsPerFilingDay":20},\
            "queries":{"yesNoAllowed":true,"dueDays":7,"reminderDays":2,"escalationDays":3,"escalateTo":"physician-advisor","retentionDays":3650,"answerWithoutPractitioner":false},\
            "thresholds":{"accuracy":0.95,"trainingAccuracy":0.95,"trainingCases":20,"suggestionConfidence":0.75}}""";
    static final String IN_FORCE =
            "{\"policy\":" + POLICY + ",\"changedBy\":\"admin\",\"changedAt\":\"2026-03-02T15:00:00Z\",\"revision\":1}";

    private CodingPolicyExamples() {}
}
