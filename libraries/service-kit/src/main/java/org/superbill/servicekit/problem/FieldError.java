package org.superbill.servicekit.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request's body, {@code /lines/0/units}; a query parameter or header is
 *     written {@code ?limit} or {@code header:If-Match}
 * @param code a word that programs can rely on, {@code required}, {@code unknown-field}, {@code wrong-type}
 * @param message a sentence for people; it does not repeat the value that was sent
 */
public record FieldError(String pointer, String code, String message) {}
