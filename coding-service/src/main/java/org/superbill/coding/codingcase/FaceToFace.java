package org.superbill.coding.codingcase;

import java.util.regex.Pattern;

/**
 * Whether a service is one at which the practitioner saw the patient, by its code: a visit, an operation or a treatment, not a blood draw, a laboratory test, an image, a
 * tracing that was read, or an injection or vaccine, which staff give. Source: CPT, evaluation and management guidelines, new and established patients; Medicare Claims
 * Processing Manual, chapter 12, section 30.6.7.A ("an interpretation of a diagnostic test, reading an x-ray or EKG etc." does not count).
 */
final class FaceToFace {
    /** Surgery and anesthesia without what takes or gives blood by a needle. */
    private static final String OPERATIONS = "(?!3641[56])(?:0[01]|[1-6]\\d)\\d{3}";

    /** Psychiatry, dialysis, eyes, ears with their treatments, manipulation. */
    private static final String TREATMENTS = "90(?:79[12]|8[3-6]\\d|9[3-6]\\d)|920(?:02|04|12|14)|989[2-4]\\d";

    /**
     * Evaluation and management without what is done for a patient who is not there: prolonged time without contact, messages, consultations between practitioners,
     * monitoring from afar and the management of care by the month.
     */
    private static final String VISITS =
            "99(?!35[89]|42[1-7]|43[79]|44[1-9]|45[1-9]|47[34]|48[4-9]|49[0-4])[2-4]\\d{2}|980(?:0[0-9]|1[0-5])";

    /** Of HCPCS Level II: examinations, wellness visits, counseling, visits of clinics. */
    private static final String OTHERS = "G0(?:101|402|438|439|44[2-7]|46[6-9]|470)|S06(?:09|10|12|13)|T1015";

    private static final Pattern SEEN = Pattern.compile(String.join("|", OPERATIONS, TREATMENTS, VISITS, OTHERS));

    private FaceToFace() {}

    static boolean is(String procedure) {
        return SEEN.matcher(procedure).matches();
    }
}
