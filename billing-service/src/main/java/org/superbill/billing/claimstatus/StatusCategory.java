package org.superbill.billing.claimstatus;

/** What categories of claim status (code source 507) mean for whoever follows a claim up; in our words, by the letter and digits. Pure. */
final class StatusCategory {
    private StatusCategory() {}

    static String words(String category) {
        return switch (category) {
            case "A0" -> "The request was passed on to another entity";
            case "A1" -> "The claim was received, nothing more is known";
            case "A2" -> "The claim was accepted for adjudication";
            case "A3", "A6", "A7", "A8" -> "The claim was returned and is not adjudicated";
            case "A4" -> "The payer cannot find the claim";
            case "D0" -> "The payer found nothing that matches";
            case "P0", "P1", "P2", "P4", "P5" -> "The payer is working on the claim";
            case "P3" -> "The payer waits for information that it has asked for";
            case "F0" -> "The payer has finished with the claim";
            case "F1" -> "The payer has paid the claim";
            case "F2" -> "The payer has denied the claim";
            case "F3" -> "The payer has changed an earlier decision";
            case "F3F" -> "The claim was forwarded to another payer";
            case "F3N" -> "The claim was not forwarded to another payer";
            case "F4" -> "The payer has finished with the claim and pays nothing";
            case "RQ" -> "The payer asks something in general";
            case "E0" -> "The request was faulty";
            case "E1", "E2", "E3", "E4" -> "The payer's system could not answer";
            default ->
                category.startsWith("R") ? "The payer asks for more information" : "A category that we do not know";
        };
    }

    /** Somebody has to do something: the claim is not there, was returned, or the payer waits for us. */
    static boolean needsBiller(String category) {
        return switch (category) {
            case "A3", "A4", "A6", "A7", "A8", "D0", "P3", "F2", "F4" -> true;
            default -> category.startsWith("R");
        };
    }

    /** The payer has not answered the question. */
    static boolean isNoAnswer(String category) {
        return category.startsWith("E");
    }
}
