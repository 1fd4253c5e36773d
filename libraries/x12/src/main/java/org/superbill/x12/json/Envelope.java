package org.superbill.x12.json;

import java.util.List;

/** The segments of the envelope, which no guide describes: their elements' names in order (X12.5, X12.6). */
enum Envelope {
    /** Without the repetition and the component separator, which are among the separators. Each element has a fixed length. */
    ISA(List.of(
            "authorizationInformationQualifier",
            "authorizationInformation",
            "securityInformationQualifier",
            "securityInformation",
            "senderIdQualifier",
            "senderId",
            "receiverIdQualifier",
            "receiverId",
            "date",
            "time",
            "repetitionSeparator",
            "controlVersionNumber",
            "controlNumber",
            "acknowledgmentRequested",
            "usageIndicator",
            "componentSeparator")),
    GS(List.of(
            "functionalIdentifierCode",
            "senderCode",
            "receiverCode",
            "date",
            "time",
            "controlNumber",
            "responsibleAgencyCode",
            "version")),
    TA1(List.of("controlNumber", "date", "time", "acknowledgmentCode", "noteCode")),
    GE(List.of("numberOfTransactionSets", "controlNumber")),
    IEA(List.of("numberOfGroups", "controlNumber"));

    /** Of ISA01 to ISA16. */
    static final int[] ISA_LENGTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};

    static final int REPETITION_SEPARATOR = 11;
    static final int COMPONENT_SEPARATOR = 16;

    private final List<String> names;

    Envelope(List<String> names) {
        this.names = names;
    }

    List<String> names() {
        return names;
    }
}
