package org.superbill.coding.cac;

/** A kidney that was given ends the last stage of the disease. Source: ICD-10-CM Official Guidelines I.C.14.a.2. */
final class Transplants {
    private Transplants() {}

    static void apply(Candidates codes) {
        if (codes.has("Z940") && !codes.has("Z992", "T861")) {
            codes.dropAll("N186");
        }
    }
}
