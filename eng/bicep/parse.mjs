// Parses Bicep files, and says where one can't be: node parse.mjs FILE...
// There is no Bicep compiler among the packages, so this checks syntax alone.
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('There is no Bicep file to parse.');
  process.exit(1);
}

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm'));

// The grammar has no word for a parameters file: there a parameter has a value and, as it sees it, lacks a type.
const isAssigned = (node, file) =>
  file.endsWith('.bicepparam') && node.isMissing && node.parent?.type === 'type' && node.parent.parent?.type === 'parameter_declaration';

const faults = (node, file) => {
  if (node.isError || (node.isMissing && !isAssigned(node, file))) return [node];
  return node.hasError ? node.children.flatMap(child => faults(child, file)) : [];
};

let found = 0;
for (const file of files) {
  const tree = parser.parse(readFileSync(file, 'utf8'));
  for (const node of faults(tree.rootNode, file)) {
    const { row, column } = node.startPosition;
    console.error(`${file}(${row + 1},${column + 1}): ${node.isMissing ? `lacks ${node.type}` : `is no Bicep: ${node.text.split('\n')[0].slice(0, 60)}`}`);
    found++;
  }
}

console.log(found === 0 ? `${files.length} Bicep files parsed.` : `Faults in Bicep files: ${found}.`);
process.exit(found === 0 ? 0 : 1);
