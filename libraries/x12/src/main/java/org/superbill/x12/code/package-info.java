/** Codes of the data elements for which the guides list codes, a type each. All types here are made from the guides. */
@NullMarked
package org.superbill.x12.code;

import org.jspecify.annotations.NullMarked;
