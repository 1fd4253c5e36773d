package org.superbill.billing.appeal;

import org.superbill.billing.denial.DenialCategory;

/** What is argued when nobody writes an argument of their own: a beginning, in our own words, that says what the enclosures have to show. */
final class Arguments {
    private Arguments() {}

    static String of(DenialCategory category) {
        return switch (category) {
            case MEDICAL_NECESSITY ->
                "The service was needed for the patient's condition on that date. The enclosed records show the symptoms, the findings and what had been tried before, and why this service and no lesser one was called for.";
            case AUTHORIZATION ->
                "Authorization was given for this service, or could not be asked for before the service because of its urgency. The enclosed records show the number and the dates, or the urgency.";
            case CODING, BUNDLING ->
                "The services were separate and are coded as the coding rules in force on the date of service ask for. The enclosed records show that they were done at different sites, at different times or for different reasons.";
            case DOCUMENTATION ->
                "The documents that were missing in your decision are enclosed. They support the services as they were billed.";
            case TIMELY_FILING ->
                "The claim was received in time. The enclosed file and its acknowledgment show the date of its receipt.";
            case ELIGIBILITY ->
                "The patient was covered on the date of service. The enclosed answer to our eligibility inquiry shows the coverage.";
            case CREDENTIALING ->
                "The provider was entitled to give and to bill this service on that date. The enclosed confirmation shows it.";
            case COORDINATION ->
                "No other payer is responsible for this service. The enclosed statement shows which coverages the patient had.";
            case DUPLICATE ->
                "The service is not the one that you have decided before: it was given separately, as the enclosed records show.";
            case NON_COVERED, BENEFIT_LIMIT, CONTRACT, BILLING, OTHER ->
                "We ask you to look at your decision again. The enclosed documents show why the service is to be paid.";
        };
    }
}
