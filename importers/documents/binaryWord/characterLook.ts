import { isRaised, isUnseen, type Look } from '../word/look.js';
import type { NoticeKind } from '../notices.js';
import { Codes, isOn, namedStyle, type Sprm } from './sprms.js';

/** Why a character is no part of what is seen; null when it is. */
export interface CharacterLook {
  readonly leftOut: NoticeKind | null;
  readonly isInserted: boolean;
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
  /** It stands for something else: a field mark, a picture, a symbol of another font. */
  readonly isSpecial: boolean;
  /** The symbol that it stands for. */
  readonly symbol: number | null;
}

const codes = {
  hidden: 0x083c,
  struck: 0x0837,
  doubleStruck: 0x2a53,
  raised: 0x2a48,
  position: 0x4845,
  size: 0x4a43,
  paletteColour: 0x2a42,
  colour: 0x6870,
  shading: 0xca71,
  oldShading: 0x4866,
  inserted: 0x0801,
  deleted: 0x0800,
  special: 0x0855,
  symbolCode: 0x6a09,
} as const;

/** The properties that are looked at. */
export const characterProperties = new Codes([...Object.values(codes), namedStyle]);

const usualSize = 21;
const white = 0xffffff;
const whiteInPalette = 8;

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export function characterLook(sprms: readonly Sprm[]): CharacterLook {
  const look: Writable<Look> = { size: usualSize };
  let isInserted = false;
  let isDeleted = false;
  let isSpecial = false;
  let symbol: number | null = null;
  for (const sprm of sprms) {
    const { code, operand } = sprm;
    switch (code) {
      case codes.hidden:
        look.hidden = isOn(sprm, look.hidden);
        break;
      case codes.struck:
        look.struck = isOn(sprm, look.struck);
        break;
      case codes.doubleStruck:
        look.doubleStruck = isOn(sprm, look.doubleStruck);
        break;
      case codes.raised:
        look.raised = operand.u8(0) !== 0;
        break;
      case codes.position:
        look.position = operand.i16(0);
        break;
      case codes.size:
        look.size = operand.u16(0);
        break;
      case codes.paletteColour:
        look.white = operand.u8(0) === whiteInPalette;
        break;
      case codes.colour:
        look.white = operand.u32(0) === white;
        break;
      case codes.shading:
      case codes.oldShading:
        look.shaded = true;
        break;
      case codes.inserted:
        isInserted = isOn(sprm);
        break;
      case codes.deleted:
        isDeleted = isOn(sprm);
        break;
      case codes.special:
        isSpecial = isOn(sprm);
        break;
      case codes.symbolCode:
        symbol = operand.u16(2);
        break;
    }
  }
  const isHidden = isUnseen(look);
  return {
    leftOut: leftOutOf(look, isHidden, isDeleted),
    isInserted,
    isDeleted,
    isHidden,
    isSpecial,
    symbol,
  };
}

function leftOutOf(look: Look, isHidden: boolean, isDeleted: boolean): NoticeKind | null {
  if (isDeleted) return 'deleted';
  if (isHidden) return 'hidden';
  if (look.struck || look.doubleStruck) return 'struck';
  return isRaised(look, usualSize) ? 'raised' : null;
}
