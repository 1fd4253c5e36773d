/** What payers have authorized before: found for the lines of claims, drawn down when they are sent and given back when they are void. */
@NullMarked
package org.superbill.billing.authorization;

import org.jspecify.annotations.NullMarked;
