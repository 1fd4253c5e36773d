package org.superbill.coding.cac;

/** "Metastatic colon cancer to the liver": a cancer of the colon, and what it has spread to. Source: ICD-10-CM Official Guidelines I.C.2; index, Cancer, metastatic to. */
final class Spread {
    private static final int REACH = 5;

    private Spread() {}

    /** Where the word is that says so of the cancer named at a place, when "to" stands right behind it; else -1. */
    static int at(Reading reading, int head) {
        if (head + 2 >= reading.size() || !reading.get(head + 1).plain().equals("to")) {
            return -1;
        }
        for (var i = head - 1; i >= Math.max(0, head - REACH) && reading.get(i).cost() <= 1; i--) {
            if (reading.get(i).plain().equals("metastatic")) {
                return i;
            }
        }
        return -1;
    }
}
