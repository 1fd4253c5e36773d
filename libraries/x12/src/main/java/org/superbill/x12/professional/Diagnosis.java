package org.superbill.x12.professional;

import java.util.ArrayList;
import java.util.List;
import org.superbill.x12.Segment;

/**
 * A diagnosis of a claim (one composite of HI).
 *
 * @param qualifier HI01-1: ABK principal ICD-10, ABF other ICD-10; BK, BF the same in ICD-9
 * @param code without the dot
 */
public record Diagnosis(String qualifier, String code) {
    private static final int MOST = 12;

    static List<Diagnosis> of(Segment hi) {
        var diagnoses = new ArrayList<Diagnosis>();
        for (int at = 1; at <= MOST; at++) {
            if (hi.has(at)) {
                diagnoses.add(new Diagnosis(hi.component(at, 1), hi.component(at, 2)));
            }
        }
        return diagnoses;
    }

    /** HI of ICD-10-CM codes, the principal one first. */
    static Segment icd10(List<String> codes) {
        if (codes.isEmpty() || codes.size() > MOST) {
            throw new IllegalArgumentException("A claim has 1 to 12 diagnoses");
        }
        var elements = new String[codes.size()];
        for (int at = 0; at < elements.length; at++) {
            elements[at] = Segment.composite(at == 0 ? "ABK" : "ABF", codes.get(at));
        }
        return Segment.of("HI", elements);
    }

    boolean isPrincipal() {
        return qualifier.equals("ABK") || qualifier.equals("BK");
    }
}
