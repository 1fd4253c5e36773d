package org.superbill.gateway.proxy;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong between a client and the service that it wants to reach. */
enum GatewayProblem implements ProblemType {
    PATH_MALFORMED(
            400,
            "The path can be read in more than one way",
            "The path has `..`, an empty segment, or an escaped slash, backslash, semicolon or percent sign. Nothing was forwarded."),
    REQUEST_TIMED_OUT(
            408,
            "The request did not come in whole in time",
            "The client stopped sending its body, or sent it too slowly. Send it again with the same Idempotency-Key: whatever the service "
                    + "has seen of it is done once."),
    TOO_MANY_REQUESTS(
            429,
            "The caller has too many requests under way",
            "Nothing was forwarded. Wait for the answers of the others, or as long as `Retry-After` says, and send it again."),
    SERVICE_BROKE_OFF(
            502,
            "The service broke off before it answered",
            "The request had reached the service. Whether it was carried out is not known: send it again with the same "
                    + "Idempotency-Key and it is done once."),
    SERVICE_UNREACHABLE(
            503,
            "The service cannot be reached",
            "The request was not forwarded and nothing was changed. Try again after `Retry-After` seconds."),
    SERVICE_TIMED_OUT(
            504,
            "The service did not answer in time",
            "The request had reached the service. Whether it was carried out is not known: send it again with the same "
                    + "Idempotency-Key and it is done once.");

    private final int status;
    private final String title;
    private final String explanation;

    GatewayProblem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
