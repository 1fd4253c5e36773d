package org.superbill.coding.cac;

/**
 * A condition that a text names.
 *
 * @param code ICD-10-CM in stored form, the code or the header that the words lead to
 * @param words as they stand in the text, from the first of the term to its last
 * @param assertion what the text says of it, e.g. that it is denied
 */
public record NamedCondition(String code, String words, Assertion assertion) {}
