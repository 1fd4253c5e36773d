package org.superbill.servicekit.problem;

/** The problems that every service answers in the same way. */
public enum KitProblem implements ProblemType {
    VALIDATION_FAILED(
            400,
            "The request has fields that are not valid",
            "`errors[]` names each field by JSON Pointer with a code: `required`, `unknown-field`, `wrong-type`, or the rule that it breaks. Nothing was changed."),
    MALFORMED_REQUEST(
            400,
            "The request cannot be read",
            "The body is not JSON, or a header or parameter does not have its form. Nothing was changed."),
    IDEMPOTENCY_KEY_MISSING(
            400,
            "Every write needs an Idempotency-Key",
            "Send a header `Idempotency-Key` of 1 to 255 printable characters, a new one for each thing that you want done, the same one when you try again."),
    UNAUTHENTICATED(
            401,
            "A valid token is needed",
            "The token is missing, expired, not yet valid, for another audience, from an issuer that is not ours, or not signed by its key."),
    FORBIDDEN(
            403,
            "The caller may not do this",
            "The caller's roles or scopes do not include the permission of this operation (docs/permissions.md), or the token names no organization."),
    NOT_FOUND(
            404,
            "There is no such thing here",
            "The address does not exist, or the thing belongs to another organization, which looks the same from outside."),
    METHOD_NOT_ALLOWED(405, "This address does not know this method", "The header `Allow` names those that it knows."),
    NOT_ACCEPTABLE(406, "The answer is not available in a form that the caller accepts", ""),
    IDEMPOTENCY_IN_PROGRESS(
            409,
            "The first request with this Idempotency-Key is still running",
            "Wait as long as `Retry-After` says and send the same request again: the answer of the first comes then."),
    CONFLICT(
            409,
            "This collides with something that is already there",
            "Something with the same identity exists already, or was made at the same moment."),
    STALE(
            412,
            "It has changed since it was read",
            "`If-Match` names an older revision. Read it again, look at what changed, and send the write with the new ETag."),
    BODY_TOO_LARGE(413, "The body is too large", "The limit is set by the operator of the service."),
    URI_TOO_LONG(
            414,
            "The address is too long",
            "The limit is set by the operator of the service. What is asked for by many values is asked for in several requests."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not accepted here", ""),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "This Idempotency-Key was used for another request",
            "The same key came before, from the same caller for the same address, with another body or query. A new request needs a new key."),
    IF_MATCH_MISSING(
            428,
            "This write needs If-Match",
            "Send the ETag of the revision that you have read as `If-Match`, so that nobody's change is overwritten unseen."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "The limit, for all of them together, is set by the operator of the service."),
    ORGANIZATION_NOT_FOUND(
            404,
            "The organization does not exist",
            "The token names an organization that nobody has created here: have it created by the platform's administrator first. The other services hear of it within seconds."),
    INTERNAL_ERROR(
            500,
            "Something failed in the service",
            "Nothing was changed. The cause is in the service's log under the request id of the answer's `X-Request-Id`."),
    UNAVAILABLE(
            503,
            "Something that the service needs is away",
            "Nothing was changed. Try again with the same Idempotency-Key after `Retry-After` seconds.");

    private final int status;
    private final String title;
    private final String explanation;

    KitProblem(int status, String title, String explanation) {
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
