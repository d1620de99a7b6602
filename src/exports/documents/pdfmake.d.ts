/** The part of pdfmake 0.3 that is used; the package has no types of its own. */
declare module 'pdfmake' {
  export interface FontFiles {
    readonly normal: string;
    readonly bold: string;
  }
  export interface PdfText {
    readonly text: string;
    readonly [style: string]: unknown;
  }
  export interface PdfTable {
    readonly table: {
      readonly widths: readonly number[];
      readonly headerRows: number;
      readonly dontBreakRows: boolean;
      readonly body: readonly (readonly object[])[];
    };
    readonly [style: string]: unknown;
  }
  export interface PdfDefinition {
    readonly content: readonly (PdfText | PdfTable)[];
    readonly header: (page: number) => PdfText;
    readonly footer: (page: number) => PdfText;
    readonly pageBreakBefore: (
      node: { readonly headlineLevel?: number },
      page: {
        getFollowingNodesOnPage(): readonly { readonly text?: unknown; readonly headlineLevel?: number }[];
      },
    ) => boolean;
    readonly [setting: string]: unknown;
  }
  export interface PdfMaker {
    setFonts(fonts: Readonly<Record<string, FontFiles>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: PdfDefinition): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: PdfMaker;
  export default pdfmake;
}
